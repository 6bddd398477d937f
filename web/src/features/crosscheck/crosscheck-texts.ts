import en from '@/locales/en/crosscheck.json';
import zh from '@/locales/zh-CN/crosscheck.json';
import { defineTexts } from '@/shared/i18n/text';

export const crosscheckTexts = defineTexts(zh, en);
