// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import io.drey.jobs.option.Included;
import io.drey.jobs.option.Option;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.SourceWiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUse;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.stream.NamedStreams;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads standard input record by record. */
public record StdinSource(
    @Included FormatOptions format,
    @Option("the event time: its field, or processing") @Nullable TimeOptions time)
    implements Source {
  public StdinSource {
    time = format.timed(time);
    TimeUse.LIVE.check(time);
  }

  @Override
  public String formatName() {
    return format.word();
  }

  @Override
  public RecordFormat recordFormat() {
    return format;
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public boolean isReplayable() {
    return false;
  }

  @Override
  public boolean isOfThisProcess() {
    return true;
  }

  @Override
  public NamedStreams open(StreamExecutionEnvironment env, SourceContext context) {
    LiveInput input =
        new LiveInput(context, new StandardInput(), format, time, Boundedness.BOUNDED);
    return SourceWiring.connectOne(env, context, input, SourceWiring.watermarks(time, false));
  }
}
