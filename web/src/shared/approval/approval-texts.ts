import en from '@/locales/en/approvals.json';
import zh from '@/locales/zh-CN/approvals.json';
import { defineTexts } from '@/shared/i18n/text';

export const approvalTexts = defineTexts(zh, en);
