import en from '@/locales/en/ledger.json';
import zh from '@/locales/zh-CN/ledger.json';
import { defineTexts } from '@/shared/i18n/text';

export const ledgerTexts = defineTexts(zh, en);
