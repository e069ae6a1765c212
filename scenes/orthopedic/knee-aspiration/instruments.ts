// The tray of a knee aspiration: needle 20-22 G and 38 mm, syringes 5-50 mL, gauze 5 (MSD Manual; Medscape 79994;
// UCSF Hospital Handbook). Twenty-eight things, gauze and tubes lying against each other as they do.
import type { Instrument } from '../../../src/sim/index.ts'
import type { Pose, Quat, Vec3 } from '../../../scoring/math/index.ts'
import { block, luerNeedle, luerSyringe, needle, rigid, type Laid } from '../../common/instruments/kit.ts'

/** Middle of the tray's floor in the work frame, m. */
export const TRAY: Vec3 = [0.46, 0.03, 0.26]
export const TRAY_HALF: Vec3 = [0.25, 0.03, 0.17]

/** Lying with the tip away from the learner (+z of the tool to -z of the room). */
const AWAY: Quat = [0, 1, 0, 0]
/** Lying with the tip to the learner's left. */
const LEFTWARD: Quat = [0, -Math.SQRT1_2, 0, Math.SQRT1_2]

/** Rest pose at (x, z) from the tray's middle, `height` above its floor (half the thickness of the thing). */
function lying(x: number, z: number, height: number, q: Quat = AWAY): Pose {
  return { p: [TRAY[0] + x, TRAY[1] + height, TRAY[2] + z], q }
}

function laid(id: string, en: string, zh: string, rest: Pose): Laid {
  return { id, title: { en, zh }, rest }
}

/** Syringes carry the needle that they are used with; the 10 mL one goes onto a needle that is in the joint already. */
const syringes: readonly Instrument[] = [
  luerSyringe(laid('syringe-20', '20 mL syringe', '20 mL 注射器', lying(-0.19, 0.03, 0.0105)), 20, 'needle-20'),
  luerSyringe(laid('syringe-5', '5 mL syringe', '5 mL 注射器', lying(-0.145, 0.05, 0.0068)), 5, 'needle-25'),
  luerSyringe(laid('syringe-10', '10 mL syringe', '10 mL 注射器', lying(-0.105, 0.04, 0.0083)), 10),
  luerSyringe(laid('syringe-50', '50 mL syringe', '50 mL 注射器', lying(-0.06, 0.02, 0.0145)), 50, 'needle-18'),
]

const gauzes: readonly Instrument[] = [0, 1, 2, 3, 4].map((i) =>
  block(
    laid(`gauze-${i + 1}`, `Gauze ${i + 1}`, `纱布 ${i + 1}`, lying(0.0 + 0.041 * i, -0.12, 0.003)),
    [0.02, 0.003, 0.02],
    0.003,
  ),
)

const tubes: readonly Instrument[] = (
  [
    ['tube-edta', 'EDTA tube (cells)', '紫帽管（细胞计数）'],
    ['tube-plain', 'Plain tube (crystals)', '普通管（晶体）'],
    ['tube-sterile', 'Sterile pot (Gram, culture)', '无菌杯（革兰染色、培养）'],
  ] as const
).map(([id, en, zh], i) => block(laid(id, en, zh, lying(0.0 + 0.0165 * i, -0.04, 0.008)), [0.008, 0.008, 0.038], 0.008))

const needles: readonly Instrument[] = (
  [
    [18, 38],
    [20, 38],
    [22, 38],
    [25, 25],
  ] as const
).map(([gauge, mm], i) =>
  luerNeedle(
    laid(
      `needle-${gauge}`,
      `${gauge} G needle, ${mm} mm`,
      `${gauge}G 针头，${mm} mm`,
      lying(0.062 + 0.0125 * i, -0.05, 0.0025),
    ),
    needle(gauge, mm),
  ),
)

const swabs: readonly Instrument[] = [0, 1, 2].map((i) =>
  rigid(
    laid(`swab-${i + 1}`, `Prep swab ${i + 1}`, `消毒棉签 ${i + 1}`, lying(0.01 + 0.02 * i, 0.08, 0.006)),
    [
      { half: [0.0025, 0.0025, 0.05], at: [0, 0, 0] },
      { half: [0.006, 0.006, 0.012], at: [0, 0, 0.06] },
    ],
    0.004,
    0.072,
  ),
)

const steel: readonly Instrument[] = [
  rigid(
    laid('forceps', 'Dressing forceps', '敷料镊', lying(0.09, 0.08, 0.005)),
    [{ half: [0.006, 0.005, 0.07], at: [0, 0, 0] }],
    0.03,
    0.07,
  ),
  rigid(
    laid('haemostat', 'Haemostat', '止血钳', lying(0.12, 0.08, 0.004)),
    [
      { half: [0.012, 0.004, 0.06], at: [0, 0, -0.01] },
      { half: [0.004, 0.004, 0.025], at: [0, 0, 0.075] },
    ],
    0.04,
    0.1,
  ),
  rigid(
    laid('scissors', 'Scissors', '剪刀', lying(0.155, 0.08, 0.004)),
    [
      { half: [0.014, 0.004, 0.04], at: [0, 0, -0.03] },
      { half: [0.006, 0.004, 0.035], at: [0, 0, 0.045] },
    ],
    0.045,
    0.08,
  ),
]

const others: readonly Instrument[] = [
  block(laid('marker', 'Skin marker', '皮肤记号笔', lying(0.185, 0.07, 0.005)), [0.005, 0.005, 0.065], 0.012),
  block(laid('bowl', 'Bowl with povidone-iodine', '碘伏碗', lying(0.19, -0.03, 0.02)), [0.035, 0.02, 0.035], 0.12),
  block(laid('culture', 'Culture bottle', '培养瓶', lying(0.13, -0.035, 0.014)), [0.014, 0.014, 0.04], 0.09),
  block(laid('dressing', 'Adhesive dressing', '敷贴', lying(-0.2, -0.12, 0.002)), [0.035, 0.002, 0.03], 0.005),
  block(laid('stopcock', 'Three-way stopcock', '三通', lying(-0.115, -0.125, 0.007)), [0.012, 0.007, 0.018], 0.006),
  block(laid('drape', 'Fenestrated drape', '洞巾', lying(-0.06, -0.12, 0.01)), [0.04, 0.01, 0.04], 0.08),
  block(
    laid('ampoule', 'Lidocaine 5 mL : 0.1 g', '利多卡因 5 mL:0.1 g', lying(-0.14, -0.06, 0.007, LEFTWARD)),
    [0.007, 0.007, 0.025],
    0.01,
  ),
]

/** In the order of the manifest; the index is what a recording holds. */
export const instruments: readonly Instrument[] = [
  ...syringes,
  ...gauzes,
  ...tubes,
  ...needles,
  ...swabs,
  ...steel,
  ...others,
]
