// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.client.cli.ExecutionConfigAccessor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.util.InstantiationUtil;

/**
 * The classes of the jars that a job brings. With jars, operators are serialized and loaded again
 * as a cluster does it, so that what could not be sent to a cluster fails here too.
 *
 * @param loader finds the classes of the program and of the jars
 */
record UserClasses(ClassLoader loader, boolean hasJars) {
  /** The classes of the jars that a configuration names. */
  static UserClasses of(Configuration configuration) {
    ClassLoader parent = Thread.currentThread().getContextClassLoader();
    List<URL> jars = jars(configuration);
    return jars.isEmpty()
        ? new UserClasses(parent, false)
        : new UserClasses(
            ClientUtils.buildUserCodeClassLoader(jars, List.of(), parent, configuration), true);
  }

  private static List<URL> jars(Configuration configuration) {
    try {
      return ExecutionConfigAccessor.fromConfiguration(configuration).getJars();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Invalid URL of a jar: " + e.getMessage(), e);
    }
  }

  /** The operator factory as the task gets it. */
  StreamOperatorFactory<Object> loaded(StreamOperatorFactory<Object> factory)
      throws IOException, ClassNotFoundException {
    return hasJars ? InstantiationUtil.clone(factory, loader) : factory;
  }
}
