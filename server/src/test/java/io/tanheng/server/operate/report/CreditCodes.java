package io.tanheng.server.operate.report;

import java.util.concurrent.ThreadLocalRandom;

/// Valid credit codes of nobody, a new one each time.
final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int BODY = 17;

  private CreditCodes() {}

  static String next() {
    StringBuilder code = new StringBuilder();
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < BODY; i++) {
      int digit = ThreadLocalRandom.current().nextInt(ALPHABET.length());
      code.append(ALPHABET.charAt(digit));
      sum += digit * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
    return code.append(ALPHABET.charAt(check)).toString();
  }
}
