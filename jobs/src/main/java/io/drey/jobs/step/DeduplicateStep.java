package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.deduplicate.Keep;
import io.drey.operators.event.KeyPaths;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes one event of each key, for ever or per time span. */
public record DeduplicateStep(
    @Option("the field or fields whose values are the key") KeyPaths key,
    @Option(value = "the order in which a key's events are seen", byDefault = "arrival")
        Order order,
    @Option("how long a key is remembered; for ever if left out") @Nullable Duration ttl,
    @Option(value = "which event of a run passes", byDefault = "first") Keep keep,
    @Option(value = "whether a duplicate prolongs its run", byDefault = "false") boolean refresh,
    @Option("pass everything, with this boolean field: true for the first of a run")
        @Nullable String mark)
    implements KeyedStep {

  public DeduplicateStep {
    DeduplicateOptions unused = new DeduplicateOptions(ttl, keep, refresh);
    if (keep == Keep.LAST && mark != null) {
      throw new IllegalArgumentException("Invalid mark: not with keep last but was '" + mark + "'");
    }
  }

  @Override
  public List<String> outputs() {
    return List.of("duplicates");
  }

  @Override
  public boolean isBounded() {
    return ttl != null;
  }

  @Override
  public boolean needsTime() {
    return ttl != null;
  }

  @Override
  public boolean isOrderSensitive() {
    return true;
  }
}
