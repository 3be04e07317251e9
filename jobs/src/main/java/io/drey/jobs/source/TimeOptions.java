package io.drey.jobs.source;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The {@code time} of a source: a field of the event, or the word {@code processing}. */
public record TimeOptions(
    @Option("the field that holds the event's time") @Nullable FieldPath field,
    @Option("the unit of a numeric time") @Nullable TimeUnitOption unit,
    @Option("the pattern of a textual time that is not ISO-8601") @Nullable String format,
    @Option("the zone of a textual time that names none") @Nullable String zone,
    @Option(value = "how far events may be behind the latest one", byDefault = "0s")
        Duration outOfOrderness,
    @Option(
            value = "how long a partition of an unbounded source may be silent before time goes on",
            byDefault = "30s")
        Duration idleAfter)
    implements Serializable {

  /** Reads the scalar form. */
  public static TimeOptions parse(String text) {
    if (!text.equals("processing")) {
      throw new IllegalArgumentException(
          "Invalid time: must be a mapping or 'processing' but was '" + text + "'");
    }
    return new TimeOptions(null, null, null, null, Duration.ZERO, Duration.ofSeconds(30));
  }

  /** Whether an event's time is the moment an operator sees it. */
  public boolean isProcessing() {
    return field == null;
  }

  /** What reads an event's time, or null where it is the moment an operator sees the event. */
  @Nullable TimeReader reader() {
    return field == null ? null : new IsoTimeReader(field);
  }
}
