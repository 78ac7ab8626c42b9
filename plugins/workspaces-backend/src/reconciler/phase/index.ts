export * from './computePhase';
export * from './failures';
export * from './restartConditions';
