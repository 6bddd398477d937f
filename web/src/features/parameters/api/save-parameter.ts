import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Parameter } from '@/shared/api/list-parameters';

export interface ParameterEntry {
  readonly sheet: string;
  readonly labels: readonly string[];
  readonly name: string;
  readonly unitId: string | null;
  readonly unit: string;
  readonly kind: Parameter['kind'];
  readonly signRule: Parameter['signRule'];
  readonly obtainedBy: Parameter['obtainedBy'];
  readonly responsible: string;
  readonly validFrom: string;
  readonly reason: string | null;
}

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
