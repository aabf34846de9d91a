/**
 * Room for the amounts of one step of a reckoning. A night takes dozens of such steps, and to make
 * an array for each costs more than the step; so what a step hands on holds until it is taken again.
 */
export function roomForAmounts(): (length: number) => Float64Array {
  let room = new Float64Array(128);
  let taken = room;
  return (length) => {
    if (length > room.length) room = new Float64Array(2 * length);
    if (length !== taken.length) taken = room.subarray(0, length);
    return taken;
  };
}
