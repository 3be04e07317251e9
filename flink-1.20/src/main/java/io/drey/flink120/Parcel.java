// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A POJO with collections of all kinds that Flink 2 writes itself, and Flink 1.20 gives to Kryo.
 */
@SuppressWarnings({"JavaUtilDate", "MissingSummary"}) // as in old state
public final class Parcel {
  public String owner = "";
  public Kind kind = Kind.OPEN;
  public @Nullable List<String> items;
  public Map<String, Integer> counts = new LinkedHashMap<>();
  public Map<Long, Double> weights = new LinkedHashMap<>();
  public Set<Long> numbers = new TreeSet<>();
  public Collection<Boolean> flags = new ArrayList<>();
  public List<BigDecimal> prices = new ArrayList<>();
  public List<Date> dates = new ArrayList<>();
  public long[] visits = {};
  public String[] names = {};
  public Address[] others = {};
  public @Nullable Address address;

  public Parcel() {}

  static Parcel of(long i) {
    Parcel parcel = new Parcel();
    parcel.owner = "owner-" + i;
    parcel.kind = i % 2 == 0 ? Kind.OPEN : Kind.PAID;
    parcel.counts.put("c" + i, (int) i);
    parcel.weights.put(i, i / 4.0);
    parcel.numbers.add(-i);
    parcel.numbers.add(1L << 40);
    parcel.flags.add(i % 2 == 0);
    parcel.prices.add(new BigDecimal("1.50"));
    parcel.dates.add(new Date(1_700_000_000_000L + i));
    parcel.visits = new long[] {i, i + 1};
    parcel.names = new String[] {"n" + i, ""};
    parcel.others = new Address[] {Address.of(i)};
    if (i % 3 != 0) {
      parcel.items = new ArrayList<>(List.of("i" + i, "", "\u00e9\u4e16"));
      parcel.address = Address.of(i + 1);
    }
    return parcel;
  }

  /** An enum. */
  public enum Kind {
    OPEN,
    PAID
  }

  /** A nested POJO. */
  public static final class Address {
    public String city = "";
    public List<String> lines = new ArrayList<>();

    public Address() {}

    static Address of(long i) {
      Address address = new Address();
      address.city = "city-" + i;
      address.lines.add("line-" + i);
      return address;
    }
  }
}
