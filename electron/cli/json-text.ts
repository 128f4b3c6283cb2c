/** JSON without the numbers it cannot write: NaN and the infinities become null, typed arrays lists. */
export function jsonText(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, each: unknown) => {
      if (typeof each === 'number' && !Number.isFinite(each)) return null
      return ArrayBuffer.isView(each) && !(each instanceof DataView) ? Array.from(each as Float64Array) : each
    },
    2,
  )
}
