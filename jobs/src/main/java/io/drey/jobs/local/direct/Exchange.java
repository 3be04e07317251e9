// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.List;
import org.apache.flink.runtime.plugable.SerializationDelegate;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.partitioner.StreamPartitioner;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** An edge to several subtasks: a record goes to those that the partitioner selects. */
final class Exchange implements Target {
  private final StreamPartitioner<Object> partitioner;
  private final List<Target> targets;
  private final SerializationDelegate<StreamRecord<Object>> selected =
      new SerializationDelegate<>(null);

  Exchange(StreamPartitioner<Object> partitioner, List<Target> targets) {
    this.partitioner = partitioner;
    this.targets = targets;
    partitioner.setup(targets.size());
  }

  @Override
  public void record(StreamRecord<Object> record) throws Exception {
    if (partitioner.isBroadcast()) {
      for (Target target : targets) {
        target.record(record.copy(record.getValue()));
      }
      return;
    }
    selected.setInstance(record);
    targets.get(partitioner.selectChannel(selected)).record(record);
  }

  @Override
  public void watermark(Watermark watermark) throws Exception {
    for (Target target : targets) {
      target.watermark(watermark);
    }
  }

  @Override
  public void status(WatermarkStatus status) throws Exception {
    for (Target target : targets) {
      target.status(status);
    }
  }

  @Override
  public void end() throws Exception {
    for (Target target : targets) {
      target.end();
    }
  }
}
