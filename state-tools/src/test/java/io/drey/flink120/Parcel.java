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

/** The same class as in the job of Flink 1.20. */
@SuppressWarnings({"JavaUtilDate", "MissingSummary"})
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
  }
}
