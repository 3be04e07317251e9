package io.drey.operators.ratelimit;

import java.io.Serializable;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Where events within and beyond the limit go, and how they are marked. */
interface Outcome<T, R> extends Serializable {
  void passed(T event, long number, Collector<R> out);

  void limited(T event, long number, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out);

  /** To separate outputs, as converted by the marker. */
  static <T, R> Outcome<T, R> separating(CountMarker<T, R> marker, OutputTag<R> limited) {
    return new Outcome<>() {
      @Override
      public void passed(T event, long number, Collector<R> out) {
        out.collect(marker.mark(event, number));
      }

      @Override
      public void limited(
          T event, long number, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out) {
        ctx.output(limited, marker.mark(event, number));
      }
    };
  }

  /** All to the main output, marked. */
  static <T, R> Outcome<T, R> marking(LimitMarker<T, R> marker) {
    return new Outcome<>() {
      @Override
      public void passed(T event, long number, Collector<R> out) {
        out.collect(marker.mark(event, false));
      }

      @Override
      public void limited(
          T event, long number, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out) {
        out.collect(marker.mark(event, true));
      }
    };
  }

  /** All to the main output, with their numbers. */
  static <T, R> Outcome<T, R> numbering(CountMarker<T, R> marker) {
    return new Outcome<>() {
      @Override
      public void passed(T event, long number, Collector<R> out) {
        out.collect(marker.mark(event, number));
      }

      @Override
      public void limited(
          T event, long number, KeyedProcessFunction<?, T, R>.Context ctx, Collector<R> out) {
        out.collect(marker.mark(event, number));
      }
    };
  }
}
