// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A POJO whose collections Flink 1.20 gives to Kryo. */
@SuppressWarnings({"JavaUtilDate", "JdkObsolete", "MissingSummary"}) // as in old state
public final class Basket {
  public String owner = "";
  public Kind kind = Kind.OPEN;
  public List<String> items = new ArrayList<>();
  public Map<String, Integer> counts = new LinkedHashMap<>();
  public Set<Long> numbers = new TreeSet<>();
  public List<Object> anything = new LinkedList<>();

  public Basket() {}

  static Basket of(long i) {
    Basket basket = new Basket();
    basket.owner = "owner-" + i;
    basket.kind = i % 2 == 0 ? Kind.OPEN : Kind.PAID;
    basket.items.add("i" + i);
    basket.items.add("");
    basket.counts.put("c" + i, (int) i);
    basket.numbers.add(-i);
    basket.numbers.add(1L << 40);
    addScalars(basket.anything);
    addCollections(basket.anything);
    return basket;
  }

  private static void addScalars(List<Object> all) {
    all.addAll(List.of(true, (byte) -1, (short) -300, -70_000, Long.MIN_VALUE, 1.5f, 3.0, 'x'));
    all.add(new BigInteger("-123456789012345678901"));
    all.add(new BigDecimal("1.50"));
    all.add(new Date(1_700_000_000_000L));
    all.add(UUID.fromString("01234567-89ab-cdef-8123-456789abcdef"));
    all.add(URI.create("a:b"));
    all.add(new byte[] {1, 2});
    all.add(null);
    all.add("\u00e9\u4e16" + "-".repeat(70));
  }

  private static void addCollections(List<Object> all) {
    List<Object> twice = Arrays.asList("one", 2);
    all.add(twice);
    all.add(twice);
    all.add(Collections.singletonMap("k", Collections.emptyList()));
    all.add(new TreeMap<>(Map.of(1, new HashSet<>(List.of("s")))));
  }

  /** An enum. */
  public enum Kind {
    OPEN,
    PAID
  }
}
