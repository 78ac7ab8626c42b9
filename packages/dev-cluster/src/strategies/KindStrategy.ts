import type { FieldProblem } from '../api/fieldProblems';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** What is special about the objects of one kind; every part is optional. */
export interface KindStrategy {
  /** What the server itself sets on a new object. */
  prepareForCreate?(object: KubernetesObject): KubernetesObject;
  /** Fills in what a client left out and brings values into their usual form. */
  defaults?(object: KubernetesObject): KubernetesObject;
  /** What is wrong with the object by itself. */
  validate?(object: KubernetesObject): FieldProblem[];
  /** What may not change from one state to the next. */
  validateUpdate?(
    object: KubernetesObject,
    live: KubernetesObject,
  ): FieldProblem[];
}
