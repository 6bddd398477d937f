package io.tanheng.server.plan.organization;

/// The unified social credit code (统一社会信用代码) of a Chinese legal person: 18 characters, the last of
/// which is a check digit. Source: GB 32100-2015, weights 3^(i-1) mod 31 over 31 characters.
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  static boolean isValid(String code) {
    if (code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = ALPHABET.indexOf(code.charAt(i));
      if (digit < 0) {
        return false;
      }
      sum += digit * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
    return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
  }
}
