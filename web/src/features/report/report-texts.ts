import en from '@/locales/en/report.json';
import zh from '@/locales/zh-CN/report.json';
import { defineTexts } from '@/shared/i18n/text';

export const reportTexts = defineTexts(zh, en);
