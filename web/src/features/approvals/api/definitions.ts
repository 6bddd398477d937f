import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath, apiPut } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

/** How things of one kind are approved at the enterprise. */
export type Definition = Item<'approvalDefinition.list'>;
export type DefinitionContent = Definition['content'];
export type Signatory = Item<'approvalDefinition.signatories'>;

export function definitionsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['approval-definitions', enterpriseId],
    queryFn: async () =>
      (
        await apiGet<Answer<'approvalDefinition.list'>>(
          apiPath`/enterprises/${enterpriseId}/approval-definitions`,
        )
      ).items,
  });
}

/** Everybody who could sign something. */
export function signatoriesQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['signatories', enterpriseId],
    queryFn: async () =>
      (
        await apiGet<Answer<'approvalDefinition.signatories'>>(
          apiPath`/enterprises/${enterpriseId}/signatories`,
        )
      ).items,
  });
}

export function changeDefinition(
  enterpriseId: string,
  definition: Definition,
  body: Body<'approvalDefinition.change'>,
): Promise<Definition> {
  return apiPut<Definition>(
    apiPath`/enterprises/${enterpriseId}/approval-definitions/${definition.subjectType}`,
    body,
    { ifMatch: definition.version },
  );
}
