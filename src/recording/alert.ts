// What goes wrong with a stream, as data that a page can show (SPEC R24).
import type { Text } from '../sim/index.ts'

export interface Alert {
  readonly severity: 'info' | 'warning' | 'error'
  readonly message: Text
  /** What the one who sees it can do. */
  readonly tip: Text
}

export function gapAlert(from: number, to: number): Alert {
  return {
    severity: 'error',
    message: {
      en: `The live stream lost ticks ${from} to ${to - 1}; the view stops here.`,
      zh: `实时画面丢失了第 ${from} 至 ${to - 1} 帧数据，画面已停在此处。`,
    },
    tip: { en: 'Join the session again to load the missing part.', zh: '请重新加入，以载入缺失的部分。' },
  }
}

export function repeatAlert(tick: number, expected: number): Alert {
  return {
    severity: 'warning',
    message: {
      en: `Data went back in time: got tick ${tick}, expected tick ${expected}. The repeated part was left out.`,
      zh: `数据时间倒退：收到第 ${tick} 帧，应为第 ${expected} 帧。重复部分已忽略。`,
    },
    tip: {
      en: 'Nothing is lost. If this repeats, check the connection.',
      zh: '没有数据丢失。如反复出现，请检查网络连接。',
    },
  }
}

export function splitAlert(tick: number): Alert {
  return {
    severity: 'error',
    message: {
      en: `This device computes another state than the learner's at tick ${tick}; what is shown may differ.`,
      zh: `在第 ${tick} 帧，本机计算结果与学员设备不一致，显示内容可能有出入。`,
    },
    tip: {
      en: 'Load the page again; if it stays, watch the recording after the session.',
      zh: '请刷新页面；如仍出现，请在结束后观看录像。',
    },
  }
}

export function refusedAlert(tick: number, why: string): Alert {
  return {
    severity: 'error',
    message: { en: `The simulation refused tick ${tick}: ${why}`, zh: `模拟器拒绝了第 ${tick} 帧：${why}` },
    tip: {
      en: 'Open it with the engine that recorded it; if that fails too, the file is not of this product.',
      zh: '请用录制时的模拟引擎打开；如仍失败，则该文件不属于本产品。',
    },
  }
}

export function behindAlert(seconds: number): Alert {
  return {
    severity: 'warning',
    message: {
      en: `The view was ${seconds.toFixed(1)} s behind and skipped ahead.`,
      zh: `画面落后 ${seconds.toFixed(1)} 秒，已跳至最新。`,
    },
    tip: { en: 'Close other pages on this device.', zh: '请关闭本机上的其他页面。' },
  }
}
