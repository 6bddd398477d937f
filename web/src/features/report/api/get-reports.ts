import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer, type Item, type Schema } from '@/shared/api/contract';

/** A report as the register lists it. */
export type ReportHead = Item<'report.list'>;

/** A report with one of its versions and everything said and done about it. */
export type Report = Answer<'report.find'>;
export type ReportContent = Report['shown']['content'];
export type ReportBlock = ReportContent['chapters'][number]['blocks'][number];
export type ReportTable = Schema<'ReportContentTable'>;
export type ReportChart = Schema<'ReportContentChart'>;
export type ReportFigure = Schema<'ReportContentFigure'>;
export type ReportKind = ReportHead['kind'];
export type ReportState = ReportHead['state'];
export type ReportField = Item<'report.fields'>;
export type ReportTemplates = Answer<'reportTemplate.list'>;
export type ReportComparison = Answer<'report.compare'>;
/** An inventory run a report may be compiled from. */
export type RunHead = Item<'inventory.list'>;

export function reportsQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'list', year],
    queryFn: async () =>
      (
        await apiGet<Answer<'report.list'>>(apiPath`/enterprises/${enterpriseId}/reports`, {
          query: { year },
        })
      ).items,
  });
}

export function reportQuery(enterpriseId: string, reportId: string, version: number | null) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'one', reportId, version],
    queryFn: () =>
      apiGet<Report>(apiPath`/enterprises/${enterpriseId}/reports/${reportId}`, { query: { version } }),
  });
}

export function reportFieldsQuery(enterpriseId: string, kind: ReportKind, method: string | null) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'fields', kind, method],
    queryFn: async () =>
      (
        await apiGet<Answer<'report.fields'>>(apiPath`/enterprises/${enterpriseId}/reports/fields`, {
          query: { kind, method },
        })
      ).items,
  });
}

export function reportTemplatesQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'templates'],
    queryFn: () => apiGet<ReportTemplates>(apiPath`/enterprises/${enterpriseId}/report-templates`),
  });
}

export function reportComparisonQuery(enterpriseId: string, reportId: string, before: string, after: string) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'compare', reportId, before, after],
    queryFn: () =>
      apiGet<ReportComparison>(
        apiPath`/enterprises/${enterpriseId}/reports/${reportId}/compare/${before}/${after}`,
      ),
  });
}

/** Runs of the whole year by the method, newest first. */
export function runsQuery(enterpriseId: string, year: number, method: string) {
  return queryOptions({
    queryKey: ['reports', enterpriseId, 'runs', year, method],
    queryFn: async () =>
      (
        await apiGet<Answer<'inventory.list'>>(apiPath`/enterprises/${enterpriseId}/inventories`, {
          query: { year, method },
        })
      ).items.filter(({ period }) => period.year === year),
  });
}
