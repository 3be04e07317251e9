// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Command lines about few scopes and keys, so that they often meet. */
final class RandomCommands {
  static final int OUT_OF_ORDERNESS = 150;

  private static final String[] VALUES = {
    "1", "null", "\"x\"", "{\"n\":1}", "{\"n\":1.50,\"l\":[1]}", "[]", "\"" + "x".repeat(60) + "\""
  };
  private static final String[] OPS = {
    "{\"type\":\"increment\",\"path\":\"n\"}",
    "{\"type\":\"increment\"}",
    "{\"type\":\"append\",\"path\":\"l\",\"value\":1}",
    "{\"type\":\"append\",\"value\":\"y\"}",
    "{\"type\":\"test\",\"path\":\"n\",\"value\":1}",
    "{\"type\":\"set\",\"path\":[\"o\",\"p\"],\"value\":0.10}",
    "{\"type\":\"remove\",\"path\":\"n\"}",
    "{\"type\":\"remove\"}",
    "{\"type\":\"set\",\"path\":\"__proto__\",\"value\":1}"
  };

  private static final String[] BOUNDS = {".", "k", "k0", "k1", "k2", "l"};

  private final Random random;
  private final boolean expiring;

  /**
   * @param expiring whether some entries have a ttl; otherwise scopes are listed
   */
  RandomCommands(long seed, boolean expiring) {
    this.random = new Random(seed);
    this.expiring = expiring;
  }

  /** Commands each of which is at most the out-of-orderness behind the latest before it. */
  List<Timed<String>> arrivals(int count) {
    List<Timed<String>> arrivals = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(120) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      arrivals.add(new Timed<>(line(), time));
    }
    return arrivals;
  }

  private String line() {
    String scope = " s" + random.nextInt(3);
    String entry = scope + " k" + random.nextInt(3);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> "set" + entry + " " + pick(VALUES) + ttl();
      case 4 -> "set" + entry;
      case 5, 6, 7, 8 -> "update" + entry + " " + ops() + atomic();
      case 9, 10 -> "get" + entry;
      case 11, 12 -> "delete" + entry;
      case 13 -> oneIn(3) ? "clear" + scope : "nonsense" + entry;
      case 14 -> expiring ? "get" + entry : "list_groups";
      default -> "list" + scope + range();
    };
  }

  private String range() {
    if (oneIn(3)) {
      return "";
    }
    return " %s %s %s %s"
        .formatted(pick(".", "k", "k1", "x"), pick(BOUNDS), pick(BOUNDS), pick(".", "1", "2", "9"));
  }

  private String ttl() {
    return expiring && oneIn(2) ? " ttl " + (1 + random.nextInt(300)) : "";
  }

  private String ops() {
    List<String> ops = new ArrayList<>();
    for (int more = random.nextInt(4); more > 0; more--) {
      ops.add(pick(OPS));
    }
    return "[" + String.join(",", ops) + "]";
  }

  private String atomic() {
    return oneIn(3) ? " atomic" : "";
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
