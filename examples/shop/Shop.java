// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Reads orders from the files of a folder, as they come, and appends what it says to a file. */
public class Shop {
  public static void main(String[] args) throws Exception {
    String result = args[1];
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(orders(args[0]), WatermarkStrategy.noWatermarks(), "Orders")
        .uid("orders")
        .setParallelism(1)
        .map(Order::parse)
        .setParallelism(1)
        .assignTimestampsAndWatermarks(inOrder())
        .uid("times")
        .setParallelism(1)
        .keyBy(order -> order.customer)
        .process(new Accounts())
        .uid("accounts")
        .name("Accounts")
        .map(line -> append(line, result))
        .sinkTo(new DiscardingSink<>());
    env.execute("shop");
  }

  private static FileSource<String> orders(String folder) {
    return FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(folder))
        .monitorContinuously(Duration.ofMillis(100))
        .build();
  }

  private static WatermarkStrategy<Order> inOrder() {
    return WatermarkStrategy.<Order>forGenerator(context -> new EachOrder())
        .withTimestampAssigner((order, before) -> order.time);
  }

  private static String append(String line, String file) throws Exception {
    Files.write(
        java.nio.file.Path.of(file),
        List.of(line),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return line;
  }

  /** A watermark behind each order. */
  private static class EachOrder implements WatermarkGenerator<Order> {
    @Override
    public void onEvent(Order order, long timestamp, WatermarkOutput output) {
      output.emitWatermark(new Watermark(timestamp));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
