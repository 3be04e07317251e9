// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.StatefulFunction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;

/** Counts the addresses from which each user has logged in, and reports users with many. */
public class UniqueIps
    implements StatefulFunction<String, UniqueIps.Login, UniqueIps.Seen, UniqueIps.Count> {
  /** The fields to read from an event. */
  public record Login(Instant time, String user, String ip) {}

  /** The state of a user. Fields can be added and removed later. */
  public static class Seen {
    public Set<String> ips = new HashSet<>();
  }

  /** The result: an event with these fields. */
  public record Count(Instant time, String user, String ip, int unique_ip_count) {}

  /** The options in the pipeline file. */
  public record Options(int many) {
    public Options {
      if (many < 1) {
        throw new IllegalArgumentException("Invalid many: must be at least 1 but was " + many);
      }
    }
  }

  private static final OutputTag<Count> SUSPICIOUS =
      new OutputTag<>("suspicious", Types.POJO(Count.class));

  private final int many;

  public UniqueIps(Options options) {
    this.many = options.many();
  }

  @Override
  public Seen onEvent(Login login, Seen seen, Context<String, Count> ctx) {
    if (login.ip() != null && seen.ips.add(login.ip())) {
      Count count = new Count(login.time(), ctx.key(), login.ip(), seen.ips.size());
      ctx.emit(count);
      if (seen.ips.size() == many) {
        ctx.output(SUSPICIOUS, count);
      }
    }
    return seen;
  }

  @Override
  public List<OutputTag<?>> outputs() {
    return List.of(SUSPICIOUS);
  }
}
