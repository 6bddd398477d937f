import en from '@/locales/en/shared.json';
import zh from '@/locales/zh-CN/shared.json';
import { defineTexts } from './text';

/** Texts of the shared parts. */
export const sharedTexts = defineTexts(zh, en);
