// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.option.Option;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.SourceWiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUse;
import io.drey.jobs.stream.NamedStreams;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Generates events, the same ones in every run. */
public record GenerateSource(
    @Option("how the values of each field are generated: kind(arguments)")
        Map<String, Distribution> fields,
    @Option("the number of events; unbounded if left out") @Nullable Long count,
    @Option("events per second; as fast as possible if left out") @Nullable Double rate,
    @Option(value = "the seed of the random values", byDefault = "0") long seed,
    @Option("the event time: its field, or processing") @Nullable TimeOptions time)
    implements Source, Serializable {
  public GenerateSource {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("Invalid fields: must name a field but was {}");
    }
    if (count != null && count < 0) {
      throw new IllegalArgumentException("Invalid count: must not be negative but was " + count);
    }
    if (rate != null && !(rate > 0 && rate <= 1e9)) {
      throw new IllegalArgumentException(
          "Invalid rate: must be above 0 and at most 1e9 but was " + rate);
    }
    TimeUse.GENERATED.check(time);
  }

  @Override
  public boolean isBounded() {
    return count != null;
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  @Override
  public NamedStreams open(StreamExecutionEnvironment env, SourceContext context) {
    return SourceWiring.connectOne(
        env, context, new GeneratedInput(context, this), SourceWiring.watermarks(time, false));
  }
}
