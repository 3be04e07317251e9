// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/** The message for an unknown word, with the nearest known one. */
public final class Unknown {
  /** {@code tll} for {@code ttl} is 0.8, {@code keep} for {@code key} 0.78. */
  private static final double CLOSE = 0.79;

  private static final int LONG_ENOUGH = 3;

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  private Unknown() {}

  /** For example {@code Unknown key 'tll' (did you mean 'ttl'? known: key, ttl)}. */
  public static String message(String thing, String word, Collection<String> known) {
    String meaning = meaning(word, known);
    String nearest = meaning == null ? nearest(word, known) : meaning;
    String hint = nearest == null ? "" : "did you mean '" + nearest + "'? ";
    String list = known.isEmpty() ? "none" : String.join(", ", known);
    return "Unknown " + thing + " '" + word + "' (" + hint + "known: " + list + ")";
  }

  /** What a word stands for that cannot be a misspelling; null if nothing. */
  private static @Nullable String meaning(String word, Collection<String> known) {
    int colon = word.indexOf(':');
    boolean lacksSpace = colon > 0 && known.contains(word.substring(0, colon));
    return lacksSpace
        ? word.substring(0, colon) + ": " + word.substring(colon + 1)
        : OtherWords.meaning(word, known);
  }

  /** Whether the word is probably a misspelling of a known one. */
  public static boolean isNear(String word, Collection<String> known) {
    return nearest(word, known) != null;
  }

  /** The known word of which a word is probably a misspelling; null if there is none. */
  public static @Nullable String nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> similarity(word, candidate) >= CLOSE)
        .max(Comparator.comparingDouble(candidate -> similarity(word, candidate)))
        .orElse(null);
  }

  private static double similarity(String word, String candidate) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean oneSlip = candidate.length() >= LONG_ENOUGH && DISTANCE.apply(lower, candidate) <= 1;
    return SIMILARITY.apply(lower, candidate) + (oneSlip ? 1 : 0);
  }
}
