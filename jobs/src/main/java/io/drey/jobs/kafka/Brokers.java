// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses of some brokers of a cluster: a list, or text with commas between them. */
@WholeValue
public record Brokers(@Option("host:port of each") List<String> addresses) {
  private static final Pattern ADDRESS = Pattern.compile("(\\[[\\da-fA-F:.]+]|[\\w.-]+):\\d{1,5}");

  public Brokers {
    addresses = List.copyOf(addresses);
    for (String address : addresses) {
      if (!ADDRESS.matcher(address).matches()) {
        throw invalid("'" + address + "'");
      }
    }
    if (addresses.isEmpty()) {
      throw invalid("empty");
    }
  }

  private static IllegalArgumentException invalid(String was) {
    return new IllegalArgumentException(
        "Invalid brokers: must be host:port, or several of these, but was " + was);
  }

  /** Parses the scalar form. */
  public static Brokers parse(String text) {
    return new Brokers(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
  }

  /** The addresses with commas between them, as Kafka takes them. */
  public String text() {
    return String.join(",", addresses);
  }
}
