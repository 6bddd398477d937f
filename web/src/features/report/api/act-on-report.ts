import { apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';
import { type Report } from './get-reports';

export type CompileRequest = Body<'report.compile'>;
export type ReviseRequest = Body<'report.revise'>;
export type CommentRequest = Body<'report.comment'>;
export type FindingRequest = Body<'report.addFinding'>;
export type CorrectionRequest = Body<'report.correct'>;
export type Conclusion = Body<'report.conclude'>['conclusion'];

export function compileReport(enterpriseId: string, request: CompileRequest): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports`, request);
}

export function reviseReport(enterpriseId: string, report: Report, request: ReviseRequest): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${report.head.id}/versions`, request, {
    ifMatch: report.head.revision,
  });
}

/** Steps of the report's way that need no more than a word. */
export type ReportStep = 'review' | 'approval' | 'submission' | 'final' | 'archives';

export function moveReport(
  enterpriseId: string,
  report: Report,
  step: ReportStep,
  reason: string,
): Promise<Report> {
  const words = reason.trim() === '' ? {} : { reason: reason.trim() };
  const body = step === 'submission' || step === 'final' ? words : step === 'approval' ? {} : undefined;
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${report.head.id}/${step}`, body, {
    ifMatch: report.head.revision,
  });
}

export function commentReport(
  enterpriseId: string,
  reportId: string,
  request: CommentRequest,
): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${reportId}/comments`, request);
}

export function answerComment(
  enterpriseId: string,
  reportId: string,
  commentId: string,
  words: string,
): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${reportId}/comments/${commentId}/answer`, {
    words,
  });
}

export function addFinding(enterpriseId: string, reportId: string, request: FindingRequest): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${reportId}/findings`, request);
}

export function correctFinding(
  enterpriseId: string,
  reportId: string,
  findingId: string,
  request: CorrectionRequest,
): Promise<Report> {
  return apiPost(
    apiPath`/enterprises/${enterpriseId}/reports/${reportId}/findings/${findingId}/correction`,
    request,
  );
}

export function concludeFinding(
  enterpriseId: string,
  reportId: string,
  findingId: string,
  conclusion: Conclusion,
): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${reportId}/findings/${findingId}/conclusion`, {
    conclusion,
  });
}

export function restoreArchive(enterpriseId: string, reportId: string, archiveId: string): Promise<Report> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/reports/${reportId}/archives/${archiveId}/restore`);
}

export function uploadTemplate(
  enterpriseId: string,
  name: string,
  file: File,
): Promise<Answer<'reportTemplate.upload'>> {
  const form = new FormData();
  form.append('file', file);
  form.append('name', name);
  return apiPost(apiPath`/enterprises/${enterpriseId}/report-templates`, form);
}
