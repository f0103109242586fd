import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node in this process. Each argument is a setting: {@code path.home=DIR http.port=9200 …}. Prints
 * {@code READY} when it answers. It ends on SIGTERM, and when its standard input is closed: so no node outlives the
 * process that started it.
 */
public final class SearchNode extends Node {
  private static final List<Class<? extends Plugin>> PLUGINS =
      List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class);

  private SearchNode(Environment environment) {
    super(environment, PLUGINS, true);
  }

  public static void main(String[] arguments) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      settings.put(argument.substring(0, sign), argument.substring(sign + 1));
    }
    Path configuration = Path.of(settings.get("path.home"), "config");
    Files.createDirectories(configuration);
    SearchNode node =
        new SearchNode(
            InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), configuration, () -> "node"));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped)));
    endWithParent();
    node.start();
    System.out.println("READY");
    stopped.await();
  }

  private static void close(Node node, CountDownLatch stopped) {
    try {
      node.close();
    } catch (IOException error) {
      error.printStackTrace();
    }
    stopped.countDown();
  }

  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is said to a node by this way.
                }
              } catch (IOException error) {
                error.printStackTrace();
              }
              System.exit(0);
            });
    watch.setDaemon(true);
    watch.start();
  }
}
