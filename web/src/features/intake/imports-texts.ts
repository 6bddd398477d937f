import en from '@/locales/en/imports.json';
import zh from '@/locales/zh-CN/imports.json';
import { defineTexts } from '@/shared/i18n/text';

export const importsTexts = defineTexts(zh, en);
