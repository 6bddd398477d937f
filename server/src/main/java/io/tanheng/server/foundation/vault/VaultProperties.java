package io.tanheng.server.foundation.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the files are kept. Several servers on one database share one folder.
///
/// @param directory folder of the vault
@ConfigurationProperties("tanheng.vault")
record VaultProperties(@DefaultValue("data/vault") Path directory) {}
