import en from '@/locales/en/parameters.json';
import zh from '@/locales/zh-CN/parameters.json';
import { defineTexts } from '@/shared/i18n/text';

export const parametersTexts = defineTexts(zh, en);
