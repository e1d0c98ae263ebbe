/** `npm run test:long` goes more rounds than `npm test`. */
export const LONG = process.env.ZHENGTU_LONG === "1";

export const rounds = (quick: number, long: number): number => (LONG ? long : quick);
