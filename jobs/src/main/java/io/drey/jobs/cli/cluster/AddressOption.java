// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cluster.ClusterJobs;
import io.drey.jobs.cluster.ClusterRest;
import io.drey.jobs.cluster.FlinkHome;
import io.drey.jobs.cluster.RestAddress;
import java.io.IOException;

/** The REST address of a cluster. */
final class AddressOption {
  private final FlinkHome flink;
  private final OptionalValue<String> address;

  /** Adds the option to those of a command. */
  AddressOption(Options options, FlinkHome flink) {
    this.flink = flink;
    address =
        options.value(
            "-m, --jobmanager",
            "HOST:PORT",
            String.class,
            "the REST address of the cluster; default: that of FLINK_HOME's configuration, or"
                + " localhost:8081");
  }

  boolean isGiven() {
    return address.get() != null;
  }

  RestAddress get() throws IOException {
    String given = address.get();
    return given == null ? flink.address() : Usage.check(() -> RestAddress.parse(given));
  }

  ClusterJobs jobs() throws IOException {
    return new ClusterJobs(new ClusterRest(get()));
  }
}
