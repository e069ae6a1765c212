export const room: Readonly<Record<string, string>> = {}
