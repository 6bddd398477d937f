import en from '@/locales/en/enterprises.json';
import zh from '@/locales/zh-CN/enterprises.json';
import { defineTexts } from '@/shared/i18n/text';

export const enterprisesTexts = defineTexts(zh, en);
