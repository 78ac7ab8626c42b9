export * from './createReconciler';
export * from './DefaultReconciler';
