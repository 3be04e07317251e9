package io.drey.flink120;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A POJO whose collections Flink 1.20 gives to Kryo. */
@SuppressWarnings("MissingSummary")
public final class Basket {
  public String owner = "";
  public Kind kind = Kind.OPEN;
  public List<String> items = new ArrayList<>();
  public Map<String, Integer> counts = new LinkedHashMap<>();

  public Basket() {}

  static Basket of(long i) {
    Basket basket = new Basket();
    basket.owner = "owner-" + i;
    basket.kind = i % 2 == 0 ? Kind.OPEN : Kind.PAID;
    basket.items.add("i" + i);
    basket.items.add("");
    basket.counts.put("c" + i, (int) i);
    return basket;
  }

  /** An enum. */
  public enum Kind {
    OPEN,
    PAID
  }
}
