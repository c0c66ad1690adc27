/**
 * Makes a function that returns 00:00 of a moment's day in a time zone, in milliseconds since 1970. On a day on which the
 * zone changes its clocks it is an hour off.
 *
 * @throws {RangeError} for an unknown zone
 */
export function startOfDay(zone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(':').map(Number)
    const second = Math.floor(at / 1000)
    return (second - hours * 3600 - minutes * 60 - seconds) * 1000
  }
}
