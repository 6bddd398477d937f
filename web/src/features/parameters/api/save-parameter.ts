import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Parameter } from '@/shared/api/list-parameters';
import { type Body } from '@/shared/api/contract';

export type ParameterEntry = Body<'parameter.define'>;

export function saveParameter(
  enterpriseId: string,
  existing: Pick<Parameter, 'id' | 'version'> | null,
  entry: ParameterEntry,
): Promise<Parameter> {
  return existing
    ? apiPatch(apiPath`/enterprises/${enterpriseId}/parameters/${existing.id}`, entry, {
        ifMatch: existing.version,
      })
    : apiPost(apiPath`/enterprises/${enterpriseId}/parameters`, entry);
}
