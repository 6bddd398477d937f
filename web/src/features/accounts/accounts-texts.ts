import en from '@/locales/en/accounts.json';
import zh from '@/locales/zh-CN/accounts.json';
import { defineTexts } from '@/shared/i18n/text';

export const accountsTexts = defineTexts(zh, en);
