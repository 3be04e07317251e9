package io.drey.operators.deduplicate;

import java.io.Serializable;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Where first events and duplicates go: to separate outputs, or both to the main output with a
 * mark.
 */
interface Outcome<T, R> extends Serializable {
  void first(T event, Collector<R> out);

  void duplicate(T event, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out);

  static <T> Outcome<T, T> separating(OutputTag<T> duplicates) {
    return new Outcome<>() {
      @Override
      public void first(T event, Collector<T> out) {
        out.collect(event);
      }

      @Override
      public void duplicate(T event, KeyedProcessFunction<?, T, T>.Context ctx, Collector<T> out) {
        ctx.output(duplicates, event);
      }
    };
  }

  static <T, R> Outcome<T, R> marking(Marker<T, R> marker) {
    return new Outcome<>() {
      @Override
      public void first(T event, Collector<R> out) {
        out.collect(marker.mark(event, true));
      }

      @Override
      public void duplicate(T event, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out) {
        out.collect(marker.mark(event, false));
      }
    };
  }
}
