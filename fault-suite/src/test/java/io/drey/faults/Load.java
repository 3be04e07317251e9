// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import io.drey.job.process.Broker;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the traffic to the input topic, at a rate that goes on whatever happens to the cluster.
 * The last records are written slowly until the load may end.
 */
final class Load implements AutoCloseable {
  private static final int TICKS_PER_SECOND = 50;
  private static final int RESERVE_PERCENT = 15;
  private static final int SLOWER = 20;

  private final Iterator<Call> calls;
  private final int size;
  private final int rate;
  private final long reserve;
  private final KafkaProducer<byte[], byte[]> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile long acknowledgedAt = System.nanoTime();
  private volatile boolean mayEnd;

  private Load(Broker broker, Traffic traffic, int rate) {
    this.calls = traffic.iterator();
    this.size = traffic.size();
    this.rate = rate;
    this.reserve = (long) size * RESERVE_PERCENT / 100;
    Properties client = broker.client();
    // in order and once, however long the broker is away
    client.putAll(
        Map.of(
            "enable.idempotence", "true",
            "acks", "all",
            "linger.ms", "5",
            "max.block.ms", "600000",
            "delivery.timeout.ms", "600000"));
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Starts one.
   *
   * @param rate in records per second
   */
  static Load start(Broker broker, Traffic traffic, int rate) {
    Load load = new Load(broker, traffic, rate);
    Future<?> unused =
        load.clock.scheduleAtFixedRate(
            load::tick, 0, 1_000_000 / TICKS_PER_SECOND, TimeUnit.MICROSECONDS);
    return load;
  }

  private void tick() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  private void sendDue() {
    boolean isReserve = !mayEnd && size - sent.get() < reserve;
    int due = rate / TICKS_PER_SECOND / (isReserve ? SLOWER : 1);
    for (int i = 0; i < due && calls.hasNext(); i++) {
      send(calls.next());
    }
  }

  private void send(Call call) {
    sent.incrementAndGet();
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(
                PipelineFile.INPUT, Traffic.partition(call), call.key(), call.value()),
            (metadata, exception) -> {
              if (exception == null) {
                acknowledged.incrementAndGet();
                acknowledgedAt = System.nanoTime();
              } else {
                failure.compareAndSet(null, exception);
              }
            });
  }

  /** How long the broker has taken no record. */
  Duration sinceAcknowledged() {
    return Duration.ofNanos(System.nanoTime() - acknowledgedAt);
  }

  long sent() {
    return sent.get();
  }

  boolean isOver() {
    return sent.get() == size;
  }

  /** Lets it end. */
  void end() {
    mayEnd = true;
  }

  /** Whether the broker has all records. */
  boolean isAcknowledged() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("Failed to write the load", failed);
    }
    return acknowledged.get() == size;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close(Duration.ZERO);
  }
}
