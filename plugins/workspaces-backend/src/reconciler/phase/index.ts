export * from './computePhase';
export * from './failures';
