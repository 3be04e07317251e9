// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are generated, written {@code kind(arguments)}:
 *
 * <pre>
 * constant(x)              always x
 * sequence(first)          first, first + 1, …
 * integer(low, high)       a whole number, both ends included, uniformly distributed
 * decimal(low, high)       a number from low to below high, with six decimal places
 * choice(a:9, b:1)         one of the values, by weight; the default weight is 1
 * zipf(keys, exponent)     one of 1, 2, … keys, with probabilities proportional to 1/k^exponent
 * timestamp(start, step)   an ISO-8601 instant, starting at start, one step later each event
 * text(length)             a random text of letters, digits, - and _
 * </pre>
 *
 * A constant or choice that is a number or boolean in JSON becomes one.
 */
public final class Distribution implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Map<String, Function<Arguments, Values>> KINDS =
      new TreeMap<>(
          Map.of(
              "constant", Constant::of,
              "sequence", SequentialNumbers::of,
              "integer", UniformInteger::of,
              "decimal", UniformDecimal::of,
              "choice", Choice::of,
              "zipf", Zipf::of,
              "timestamp", TimestampSteps::of,
              "text", RandomText::of));

  private final String text;
  private transient @Nullable Values values;

  private Distribution(String text) {
    this.text = text;
  }

  /**
   * Reads {@code kind(arguments)}.
   *
   * @throws IllegalArgumentException if the kind is unknown or does not take these arguments
   */
  public static Distribution parse(String text) {
    Distribution distribution = new Distribution(text.strip());
    distribution.values();
    return distribution;
  }

  /** Built on first use, so that a table of keys is not serialized with the job. */
  Values values() {
    Values made = values;
    if (made == null) {
      made = make();
      values = made;
    }
    return made;
  }

  private Values make() {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException(
          "Invalid distribution: must be kind(arguments) but was '" + text + "'");
    }
    String kind = text.substring(0, open).strip();
    Function<Arguments, Values> factory = KINDS.get(kind);
    if (factory == null) {
      throw new IllegalArgumentException(
          "Unknown distribution: '"
              + kind
              + "' (known: "
              + String.join(", ", KINDS.keySet())
              + ")");
    }
    return factory.apply(new Arguments(text, text.substring(open + 1, text.length() - 1)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Distribution distribution && distribution.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
