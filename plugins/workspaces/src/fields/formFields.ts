import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterField } from './ClusterField';
import { FIELD_NAMES } from './fieldNames';
import { textFieldSchema } from './fieldTypes';
import { IdField } from './IdField';
import { OwnerField } from './OwnerField';
import { PlanField } from './PlanField';
import { QuotaProfileField } from './QuotaProfileField';
import { validateId } from './validateId';
import { validateOwner } from './validateOwner';

/** Chooses one of the caller's own Groups. */
export const ownerFormField = createFormField({
  name: FIELD_NAMES.owner,
  component: OwnerField,
  validation: validateOwner,
  schema: textFieldSchema,
});

/** Chooses the id, checked while typing. */
export const idFormField = createFormField({
  name: FIELD_NAMES.id,
  component: IdField,
  validation: validateId,
  schema: textFieldSchema,
});

/** Chooses how much the workspace may use. */
export const quotaProfileFormField = createFormField({
  name: FIELD_NAMES.quotaProfile,
  component: QuotaProfileField,
  schema: textFieldSchema,
});

/** Chooses where the workspace runs. */
export const clusterFormField = createFormField({
  name: FIELD_NAMES.cluster,
  component: ClusterField,
  schema: textFieldSchema,
});

/** Shows what would be made. */
export const planFormField = createFormField({
  name: FIELD_NAMES.plan,
  component: PlanField,
  schema: textFieldSchema,
});
