import { CheckSquareOutlined } from '@ant-design/icons';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { type Feature } from '@/shared/ui/feature';

export const approvalsFeature: Feature = {
  path: 'approvals',
  group: 'home',
  icon: <CheckSquareOutlined />,
  texts: approvalTexts,
  permissions: ['APPROVAL_READ'],
  load: async () => (await import('./pages/approvals-page')).ApprovalsPage,
  routes: [
    { path: 'approvals/rules', load: async () => (await import('./pages/rules-page')).RulesPage },
    {
      path: 'approvals/delegations',
      load: async () => (await import('./pages/delegations-page')).DelegationsPage,
    },
    { path: 'approvals/:approvalId', load: async () => (await import('./pages/approval-page')).ApprovalPage },
  ],
};
