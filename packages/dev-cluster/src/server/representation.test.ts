import { representationOf } from './representation';

describe('representationOf', () => {
  it.each([
    'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, application/json',
  ])('shows metadata for %s', accept => {
    expect(representationOf(accept)).toBe('metadata');
  });

  it.each([
    undefined,
    '*/*',
    'application/json',
    'application/json, application/json;as=PartialObjectMetadata;g=meta.k8s.io',
    'application/json;as=Table;g=meta.k8s.io;v=v1',
  ])('shows objects for %s', accept => {
    expect(representationOf(accept)).toBe('object');
  });
});
