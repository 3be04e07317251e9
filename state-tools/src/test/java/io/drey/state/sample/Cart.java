// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a POJO of Flink 1.20 becomes, whose collections Flink 2 does not give to Kryo any more. */
@SuppressWarnings("MissingSummary")
public final class Cart {
  public String owner;
  public Kind kind;
  public List<String> items;
  public Map<String, Integer> counts;
  public Set<Long> numbers;

  public Cart() {}

  /** An enum. */
  public enum Kind {
    OPEN,
    PAID
  }
}
