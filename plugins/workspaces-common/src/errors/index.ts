export * from './hints';
export * from './reasons';
