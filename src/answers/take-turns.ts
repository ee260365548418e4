export { giveWay, inTurns } from '../take-turns.ts';
